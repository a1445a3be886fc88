package steady

import (
	"crypto/x509"
	"encoding/pem"
	"regexp"
	"strings"
	"testing"
	"text/template"

	"github.com/Masterminds/sprig/v3"
)

func execute(t *testing.T, text string) (string, error) {
	t.Helper()
	parsed, err := template.New("test").Funcs(sprig.TxtFuncMap()).Funcs(Functions()).Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	err = parsed.Execute(&out, nil)
	return out.String(), err
}

func TestResultsHaveTheFormOfTheOriginals(t *testing.T) {
	cases := []struct{ text, want string }{
		{`{{ randAlphaNum 20 }}`, `^[A-Za-z0-9]{20}$`},
		{`{{ randAlpha 20 }}`, `^[A-Za-z]{20}$`},
		{`{{ randNumeric 20 }}`, `^[0-9]{20}$`},
		{`{{ randAscii 200 }}`, `^[ -~]{200}$`},
		{`{{ randAlphaNum 0 }}{{ randAlphaNum -1 }}`, `^$`},
		{`{{ randBytes 32 | b64dec | len }}`, `^32$`},
		{`{{ $n := randInt 5 7 }}{{ and (ge $n 5) (lt $n 7) }}`, `^true$`},
		{`{{ shuffle "abc" }}`, `^abc$`},
		{`{{ uuidv4 }}`, `^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`},
		{`{{ bcrypt "secret" }}`, `^\$2a\$10\$[./A-Za-z0-9]{53}$`},
		{`{{ bcrypt (repeat 73 "x") }}`, `^failed to encrypt string with bcrypt: .*72 bytes$`},
		{`{{ htpasswd "user" "secret" }}`, `^user:\$2a\$10\$.{53}$`},
		{`{{ htpasswd "us:er" "secret" }}`, `^invalid username: us:er$`},
		{`{{ derivePassword 1 "long" "password" "user" "example.com" }}`, `^[A-Za-z0-9]{14}$`},
		{`{{ derivePassword 1 "pin" "password" "user" "example.com" }}`, `^[0-9]{4}$`},
		{`{{ derivePassword 1 "huge" "password" "user" "example.com" }}`, `^cannot find password template huge$`},
		{`{{ encryptAES "key" "plain text" | decryptAES "key" }}`, `^plain text$`},
		{`{{ encryptAES "key" "" }}`, `^$`},
		{`{{ genPrivateKey "rsa" }}`, `^-----BEGIN RSA PRIVATE KEY-----`},
		{`{{ genPrivateKey "dsa" }}`, `^-----BEGIN DSA PRIVATE KEY-----`},
		{`{{ genPrivateKey "ecdsa" }}`, `^-----BEGIN EC PRIVATE KEY-----`},
		{`{{ genPrivateKey "ed25519" }}`, `^-----BEGIN PRIVATE KEY-----`},
		{`{{ genPrivateKey "rot13" }}`, `^Unknown type rot13$`},
		{`{{ now | date "2006-01-02" }} {{ date "2006" nil }} {{ htmlDate nil }}`, `^2023-11-14 2023 2023-11-14$`},
		{`{{ dateInZone "15:04" (now) "UTC" }} {{ date_in_zone "15:04" nil "UTC" }} {{ htmlDateInZone nil "UTC" }}`, `^22:13 22:13 2023-11-14$`},
		{`{{ date "2006-01-02" 0 }}`, `^1970-01-01$`},
		{`{{ ago now }} {{ now | dateModify "-90m" | ago }} {{ ago nil }} {{ ago 1699999940 }}`, `^0s 1h30m0s 0s 1m0s$`},
		{`{{ now | dateModify "-50h" | durationRound }} {{ durationRound "2h10m" }}`, `^2d 2h$`},
		{`{{ keys (dict "b" 1 "a" 2 "c" 3) (dict "z" 1 "y" 1) }}`, `^\[a b c y z\]$`},
		{`{{ values (dict "b" 1 "a" 2 "c" 3) }}`, `^\[2 1 3\]$`},
	}
	for _, c := range cases {
		got, err := execute(t, c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
		} else if !regexp.MustCompile(c.want).MatchString(got) {
			t.Errorf("%s gives %q, want a match of %s", c.text, got, c.want)
		}
	}
}

func TestArgumentsAreRefusedAsByTheOriginals(t *testing.T) {
	cases := []struct{ text, want string }{
		{`{{ randInt 5 5 }}`, "invalid argument to Intn"},
		{`{{ randBytes -1 }}`, "cannot make -1 bytes"},
		{`{{ genCAWithKey "ca" 1 "text" }}`, "parsing private key: no PEM data in input"},
		{`{{ genSelfSignedCert "x" (list "300.1.1.1") nil 1 }}`, "error parsing ip: 300.1.1.1"},
		{`{{ genSelfSignedCert "x" (list 1) nil 1 }}`, "error parsing ip: 1 is not a string"},
		{`{{ genSelfSignedCert "x" nil (list 1) 1 }}`, "error processing alternate dns name: 1 is not a string"},
		{`{{ genSelfSignedCertWithKey "x" nil nil 1 "text" }}`, "parsing private key: no PEM data in input"},
		{`{{ genSignedCertWithKey "x" nil nil 1 (genCA "ca" 1) "text" }}`, "parsing private key: no PEM data in input"},
		{`{{ buildCustomCert "%" "" }}`, "unable to decode base64 certificate"},
		{`{{ buildCustomCert "" "%" }}`, "unable to decode base64 private key"},
		{`{{ buildCustomCert "" "" }}`, "unable to decode certificate"},
		{`{{ $ca := genCA "ca" 1 }}{{ buildCustomCert (b64enc $ca.Cert) (b64enc $ca.Cert) }}`, "error parsing private key: no private key data in PEM block of type CERTIFICATE"},
		{`{{ genSignedCert "x" nil nil 1 "not a CA" }}`, "for arg of type"},
	}
	for _, c := range cases {
		if got, err := execute(t, c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s gives %q, error %v; want one with %q", c.text, got, err, c.want)
		}
	}
}

func TestCertificatesVerify(t *testing.T) {
	authorities := map[string]string{
		"made":          `genCA "my-ca" 365`,
		"with its key":  `genCAWithKey "my-ca" 365 (genPrivateKey "ecdsa")`,
		"with RSA name": `genCAWithKey "my-ca" 365 (genPrivateKey "rsa")`,
		"by hand":       `$made := genCA "my-ca" 365 }}{{ $ca = buildCustomCert (b64enc $made.Cert) (b64enc $made.Key)`,
	}
	signed := map[string]string{
		"made":         `genSignedCert "svc" (list "10.0.0.1") (list "svc.example.com") 365 $ca`,
		"with its key": `genSignedCertWithKey "svc" (list "10.0.0.1") (list "svc.example.com") 365 $ca (genPrivateKey "ed25519")`,
	}
	for by, authority := range authorities {
		for how, request := range signed {
			assignment := `{{ $ca := genCA "other" 1 }}{{ $ca = ` + authority + ` }}`
			if by == "by hand" {
				assignment = `{{ $ca := genCA "other" 1 }}{{ ` + authority + ` }}`
			}
			out, err := execute(t, assignment+`{{ $ca.Cert }}`+`{{ (`+request+`).Cert }}`)
			if err != nil {
				t.Errorf("authority %s, certificate %s: %v", by, how, err)
				continue
			}
			block, rest := pem.Decode([]byte(out))
			leafBlock, _ := pem.Decode(rest)
			root, err := x509.ParseCertificate(block.Bytes)
			if err != nil {
				t.Fatal(err)
			}
			leaf, err := x509.ParseCertificate(leafBlock.Bytes)
			if err != nil {
				t.Fatal(err)
			}
			pool := x509.NewCertPool()
			pool.AddCert(root)
			if _, err := leaf.Verify(x509.VerifyOptions{Roots: pool, DNSName: "svc.example.com", CurrentTime: instant}); err != nil {
				t.Errorf("authority %s, certificate %s: %v", by, how, err)
			}
		}
	}
}

func TestFunctionsArePure(t *testing.T) {
	all := `{{ randAlphaNum 9 }}|{{ randBytes 9 }}|{{ randInt 0 999 }}|{{ uuidv4 }}|{{ bcrypt "a" }}|{{ htpasswd "a" "b" }}|` +
		`{{ encryptAES "a" "b" }}|{{ derivePassword 1 "long" "a" "b" "c" }}|{{ genPrivateKey "rsa" }}|{{ genPrivateKey "ecdsa" }}|` +
		`{{ (genCA "a" 1).Cert }}|{{ (genCAWithKey "a" 1 (genPrivateKey "ecdsa")).Cert }}|{{ (genSelfSignedCert "a" nil nil 1).Cert }}|` +
		`{{ now }}|{{ ago 0 }}|{{ shuffle "abc" }}`
	first, err := execute(t, all)
	if err != nil {
		t.Fatal(err)
	}
	second, err := execute(t, `{{ $_ := randAlphaNum 3 }}{{ $_ := genCA "b" 1 }}`+all)
	if err != nil {
		t.Fatal(err)
	}
	if first != second {
		t.Error("a function called before shifts the others")
	}
	other, err := execute(t, `{{ randAlphaNum 10 }}|{{ bcrypt "c" }}|{{ (genCA "b" 1).Key }}`)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split(other, "|") {
		if strings.Contains(first, part) {
			t.Errorf("other arguments give the same result %q", part)
		}
	}
}

// sprig knows which of its functions depend on the outside. One that a new version adds must be looked at here.
func TestNoFunctionOfSprigThatDependsOnTheOutsideIsLeft(t *testing.T) {
	pure := map[string]bool{"date_modify": true, "dateModify": true} // they move the date they are given
	helms := map[string]bool{"env": true, "expandenv": true, "getHostByName": true}
	hermetic, replaced := sprig.HermeticTxtFuncMap(), Functions()
	for name := range sprig.TxtFuncMap() {
		if hermetic[name] == nil && replaced[name] == nil && !pure[name] && !helms[name] {
			t.Errorf("%s is neither replaced here nor taken away by Helm", name)
		}
	}
	for name := range replaced {
		if sprig.TxtFuncMap()[name] == nil {
			t.Errorf("%s is no function of sprig", name)
		}
	}
}
