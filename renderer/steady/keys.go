package steady

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"strings"
)

// genPrivateKey makes a key of the kind asked for; for RSA and DSA an Ed25519 key under their label, because theirs take
// seconds to make.
func genPrivateKey(kind string) (string, error) {
	seed := streamOf("genPrivateKey", kind)
	switch kind {
	case "", "rsa":
		return labelled("RSA PRIVATE KEY", seededKey(seed))
	case "dsa":
		return labelled("DSA PRIVATE KEY", seededKey(seed))
	case "ecdsa":
		scalar := seed.bytes(32)
		scalar[0] = 1 // below the order of P-256, as a scalar has to be
		key, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), scalar)
		if err != nil {
			return "", err
		}
		return encodeKey(key)
	case "ed25519":
		return labelled("PRIVATE KEY", seededKey(seed))
	default:
		return "Unknown type " + kind, nil
	}
}

func seededKey(seed *stream) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(seed.bytes(ed25519.SeedSize))
}

func labelled(label string, key ed25519.PrivateKey) (string, error) {
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return "", err
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: label, Bytes: der})), nil
}

// encodeKey writes a key as the original does: a key that we made stands for an RSA key.
func encodeKey(key crypto.Signer) (string, error) {
	if ours, ok := key.(ed25519.PrivateKey); ok {
		return labelled("RSA PRIVATE KEY", ours)
	}
	if elliptic, ok := key.(*ecdsa.PrivateKey); ok {
		der, err := x509.MarshalECPrivateKey(elliptic)
		if err != nil {
			return "", err
		}
		return string(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: der})), nil
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return "", err
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})), nil
}

// parseKey reads a private key, one of the user's or one that we made, whatever its label.
func parseKey(text string) (crypto.Signer, error) {
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return nil, errors.New("no PEM data in input")
	}
	if !strings.HasSuffix(block.Type, "PRIVATE KEY") {
		return nil, fmt.Errorf("no private key data in PEM block of type %s", block.Type)
	}
	if key, err := x509.ParsePKCS8PrivateKey(block.Bytes); err == nil {
		if signer, ok := key.(crypto.Signer); ok {
			return signer, nil
		}
	}
	if key, err := x509.ParsePKCS1PrivateKey(block.Bytes); err == nil {
		return key, nil
	}
	if key, err := x509.ParseECPrivateKey(block.Bytes); err == nil {
		return key, nil
	}
	return nil, fmt.Errorf("no key of a known kind in PEM block of type %s", block.Type)
}
