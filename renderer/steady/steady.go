// Package steady replaces the template functions whose result changes from run to run by ones that always give the same.
//
// A chart that calls randAlphaNum renders differently each time, so base and head of a pull request would differ by noise.
// Each function here is a pure function of its name and its arguments: no counter, no state. Adding a password to a chart
// therefore shifts no other. Arguments are checked, and refused, as the originals do (Masterminds/sprig: functions.go,
// crypto.go, date.go). What the results protect is nothing: no secret made here is ever used.
package steady

import (
	"text/template"

	"github.com/Masterminds/sprig/v3"
)

// Functions returns the replacements, for engine.Engine.CustomTemplateFuncs.
func Functions() template.FuncMap {
	originals := sprig.TxtFuncMap()
	return template.FuncMap{
		"randAlphaNum": randAlphaNum,
		"randAlpha":    randAlpha,
		"randAscii":    randASCII,
		"randNumeric":  randNumeric,
		"randBytes":    randBytes,
		"randInt":      randInt,
		"shuffle":      shuffle,
		"uuidv4":       uuidv4,

		"bcrypt":         bcrypt,
		"htpasswd":       htpasswd,
		"derivePassword": derivePassword,
		"encryptAES":     encryptAES, // decryptAES stays sprig's, and undoes it

		"genPrivateKey":            genPrivateKey,
		"genCA":                    genCA,
		"genCAWithKey":             genCAWithKey,
		"genSelfSignedCert":        genSelfSignedCert,
		"genSelfSignedCertWithKey": genSelfSignedCertWithKey,
		"genSignedCert":            genSignedCert,
		"genSignedCertWithKey":     genSignedCertWithKey,
		// Pure in itself, but its result must be of the type that genSignedCert takes.
		"buildCustomCert": buildCustomCert,

		"now":            now,
		"ago":            ago,
		"date":           withClock(originals["date"]),
		"htmlDate":       htmlDate(originals["htmlDate"]),
		"dateInZone":     inZone(originals["dateInZone"]),
		"date_in_zone":   inZone(originals["date_in_zone"]),
		"htmlDateInZone": htmlInZone(originals["htmlDateInZone"]),
		"durationRound":  durationRound(originals["durationRound"]),

		"keys":   keys,
		"values": values,
	}
}
