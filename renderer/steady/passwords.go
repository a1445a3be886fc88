package steady

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"fmt"
	"strings"
)

const (
	bcryptAlphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + digits
	bcryptLimit    = 72 // bytes; golang.org/x/crypto/bcrypt refuses a longer password
)

// bcrypt has the form of a hash of the usual cost, without its cost.
func bcrypt(password string) string {
	if len(password) > bcryptLimit {
		return fmt.Sprintf("failed to encrypt string with bcrypt: bcrypt: password length exceeds %d bytes", bcryptLimit)
	}
	return "$2a$10$" + streamOf("bcrypt", password).text(bcryptAlphabet, 53)
}

func htpasswd(user, password string) string {
	if strings.Contains(user, ":") {
		return "invalid username: " + user
	}
	return user + ":" + bcrypt(password)
}

// passwordLengths are those of the original's templates.
var passwordLengths = map[string]int{"maximum": 20, "long": 14, "medium": 8, "short": 4, "basic": 8, "pin": 4}

// derivePassword is pure in the original too, but takes 32 MB and a good part of a second for each password.
func derivePassword(counter uint32, kind, password, user, site string) string {
	length, known := passwordLengths[kind]
	if !known {
		return "cannot find password template " + kind
	}
	alphabet := letters + digits
	if kind == "pin" {
		alphabet = digits
	}
	return streamOf("derivePassword", counter, kind, password, user, site).text(alphabet, length)
}

// encryptAES is the original with an initialisation vector that depends on its arguments.
func encryptAES(password, plaintext string) (string, error) {
	if plaintext == "" {
		return "", nil
	}
	key := make([]byte, 32)
	copy(key, password)
	block, err := aes.NewCipher(key)
	if err != nil {
		return "", err
	}
	padding := aes.BlockSize - len(plaintext)%aes.BlockSize
	content := append([]byte(plaintext), bytes.Repeat([]byte{byte(padding)}, padding)...)
	vector := streamOf("encryptAES", password, plaintext).bytes(aes.BlockSize)
	cipher.NewCBCEncrypter(block, vector).CryptBlocks(content, content)
	return base64.StdEncoding.EncodeToString(append(vector, content...)), nil
}
