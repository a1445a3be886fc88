package steady

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
)

const (
	digits  = "0123456789"
	letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// printable is what randAscii draws from: codes 32 to 126 (Masterminds/goutils: cryptorandomstringutils.go).
var printable = func() string {
	var all []byte
	for code := byte(32); code < 127; code++ {
		all = append(all, code)
	}
	return string(all)
}()

func randAlphaNum(count int) string { return drawn("randAlphaNum", letters+digits, count) }
func randAlpha(count int) string    { return drawn("randAlpha", letters, count) }
func randASCII(count int) string    { return drawn("randAscii", printable, count) }
func randNumeric(count int) string  { return drawn("randNumeric", digits, count) }

func drawn(function, alphabet string, count int) string {
	if count <= 0 {
		return "" // sprig drops the error that a negative count makes
	}
	return streamOf(function, count).text(alphabet, count)
}

func randBytes(count int) (string, error) {
	if count < 0 {
		return "", fmt.Errorf("randBytes: cannot make %d bytes", count)
	}
	return base64.StdEncoding.EncodeToString(streamOf("randBytes", count).bytes(count)), nil
}

func randInt(low, high int) (int, error) {
	if high <= low {
		return 0, errors.New("invalid argument to Intn")
	}
	drawn := binary.BigEndian.Uint64(streamOf("randInt", low, high).bytes(8))
	return low + int(drawn%uint64(high-low)), nil
}

// shuffle leaves the text as it is: that is one of the orders it could have come out in.
func shuffle(text string) string { return text }

func uuidv4() string {
	id := streamOf("uuidv4").bytes(16)
	id[6] = id[6]&0x0f | 0x40 // version 4
	id[8] = id[8]&0x3f | 0x80 // variant of RFC 9562
	return fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
