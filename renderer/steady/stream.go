package steady

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// stream is an endless row of bytes that depends on nothing but what it was made from.
type stream struct {
	seed    [sha256.Size]byte
	block   uint64
	pending []byte
}

// streamOf makes the stream of a function's name and arguments. Each part is written with its length, so that ("a", "bc")
// and ("ab", "c") differ.
func streamOf(function string, arguments ...any) *stream {
	hash := sha256.New()
	for _, part := range append([]any{function}, arguments...) {
		text := fmt.Sprint(part)
		fmt.Fprintf(hash, "%d:%s", len(text), text)
	}
	return &stream{seed: [sha256.Size]byte(hash.Sum(nil))}
}

func (s *stream) bytes(count int) []byte {
	for len(s.pending) < count {
		sum := sha256.Sum256(binary.BigEndian.AppendUint64(s.seed[:], s.block))
		s.pending = append(s.pending, sum[:]...)
		s.block++
	}
	out := s.pending[:count:count]
	s.pending = s.pending[count:]
	return out
}

// text is count letters of an alphabet of at most 256. Some letters are a little more frequent: it guards nothing.
func (s *stream) text(alphabet string, count int) string {
	out := s.bytes(count)
	for i, b := range out {
		out[i] = alphabet[int(b)%len(alphabet)]
	}
	return string(out)
}
