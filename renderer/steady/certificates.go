package steady

import (
	"crypto"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"net"
	"time"
)

// certificate has the fields that charts read.
type certificate struct {
	Cert string
	Key  string
}

// request is what a certificate is asked to say.
type request struct {
	function string // part of the key's seed
	name     string
	ips      []any
	hosts    []any
	days     int
}

func genCA(name string, days int) (certificate, error) {
	r := request{function: "genCA", name: name, days: days}
	return r.authority(r.key())
}

func genCAWithKey(name string, days int, key string) (certificate, error) {
	private, err := parseKey(key)
	if err != nil {
		return certificate{}, fmt.Errorf("parsing private key: %w", err)
	}
	return request{function: "genCAWithKey", name: name, days: days}.authority(private)
}

func genSelfSignedCert(name string, ips, hosts []any, days int) (certificate, error) {
	r := request{"genSelfSignedCert", name, ips, hosts, days}
	return r.selfSigned(r.key())
}

func genSelfSignedCertWithKey(name string, ips, hosts []any, days int, key string) (certificate, error) {
	private, err := parseKey(key)
	if err != nil {
		return certificate{}, fmt.Errorf("parsing private key: %w", err)
	}
	return request{"genSelfSignedCertWithKey", name, ips, hosts, days}.selfSigned(private)
}

func genSignedCert(name string, ips, hosts []any, days int, authority certificate) (certificate, error) {
	r := request{"genSignedCert", name, ips, hosts, days}
	return r.signedBy(authority, r.key())
}

func genSignedCertWithKey(name string, ips, hosts []any, days int, authority certificate, key string) (certificate, error) {
	private, err := parseKey(key)
	if err != nil {
		return certificate{}, fmt.Errorf("parsing private key: %w", err)
	}
	return request{"genSignedCertWithKey", name, ips, hosts, days}.signedBy(authority, private)
}

// buildCustomCert makes a certificate of the two base64 texts, if they hold one.
func buildCustomCert(certificate64, key64 string) (certificate, error) {
	text, err := base64.StdEncoding.DecodeString(certificate64)
	if err != nil {
		return certificate{}, errors.New("unable to decode base64 certificate")
	}
	key, err := base64.StdEncoding.DecodeString(key64)
	if err != nil {
		return certificate{}, errors.New("unable to decode base64 private key")
	}
	if _, err := parseCertificate(string(text)); err != nil {
		return certificate{}, err
	}
	if _, err := parseKey(string(key)); err != nil {
		return certificate{}, fmt.Errorf("error parsing private key: %w", err)
	}
	return certificate{Cert: string(text), Key: string(key)}, nil
}

// key is made from the request itself. Ed25519 stands in for RSA, whose keys take seconds to make; the label stays RSA's.
func (r request) key() crypto.Signer {
	return seededKey(streamOf(r.function, r.name, r.ips, r.hosts, r.days))
}

func (r request) authority(key crypto.Signer) (certificate, error) {
	template, err := r.template()
	if err != nil {
		return certificate{}, err
	}
	template.KeyUsage |= x509.KeyUsageCertSign
	template.IsCA = true
	return issue(template, key, template, key)
}

func (r request) selfSigned(key crypto.Signer) (certificate, error) {
	template, err := r.template()
	if err != nil {
		return certificate{}, err
	}
	return issue(template, key, template, key)
}

func (r request) signedBy(authority certificate, key crypto.Signer) (certificate, error) {
	signer, err := parseCertificate(authority.Cert)
	if err != nil {
		return certificate{}, err
	}
	signerKey, err := parseKey(authority.Key)
	if err != nil {
		return certificate{}, fmt.Errorf("error parsing private key: %w", err)
	}
	template, err := r.template()
	if err != nil {
		return certificate{}, err
	}
	return issue(template, key, signer, signerKey)
}

func (r request) template() (*x509.Certificate, error) {
	addresses := make([]net.IP, len(r.ips))
	for i, ip := range r.ips {
		text, ok := ip.(string)
		if !ok {
			return nil, fmt.Errorf("error parsing ip: %v is not a string", ip)
		}
		if addresses[i] = net.ParseIP(text); addresses[i] == nil {
			return nil, fmt.Errorf("error parsing ip: %s", text)
		}
	}
	hosts := make([]string, len(r.hosts))
	for i, host := range r.hosts {
		text, ok := host.(string)
		if !ok {
			return nil, fmt.Errorf("error processing alternate dns name: %v is not a string", host)
		}
		hosts[i] = text
	}
	return &x509.Certificate{
		SerialNumber:          new(big.Int).SetBytes(streamOf("serial "+r.function, r.name, r.ips, r.hosts, r.days).bytes(15)),
		Subject:               pkix.Name{CommonName: r.name},
		IPAddresses:           addresses,
		DNSNames:              hosts,
		NotBefore:             instant,
		NotAfter:              instant.Add(time.Hour * 24 * time.Duration(r.days)),
		KeyUsage:              x509.KeyUsageKeyEncipherment | x509.KeyUsageDigitalSignature,
		ExtKeyUsage:           []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
		BasicConstraintsValid: true,
	}, nil
}

func issue(template *x509.Certificate, key crypto.Signer, parent *x509.Certificate, parentKey crypto.Signer) (certificate, error) {
	// Without a random source ECDSA signs as RFC 6979 says; RSA (PKCS #1 v1.5) and Ed25519 need none.
	der, err := x509.CreateCertificate(nil, template, parent, key.Public(), parentKey)
	if err != nil {
		return certificate{}, fmt.Errorf("error creating certificate: %w", err)
	}
	text, err := encodeKey(key)
	if err != nil {
		return certificate{}, err
	}
	return certificate{Cert: string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})), Key: text}, nil
}

func parseCertificate(text string) (*x509.Certificate, error) {
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return nil, errors.New("unable to decode certificate")
	}
	parsed, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		return nil, fmt.Errorf("error parsing certificate: decodedCert.Bytes: %w", err)
	}
	return parsed, nil
}
