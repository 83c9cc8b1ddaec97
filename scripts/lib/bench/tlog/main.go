// Hashes the entries of a ledger with golang.org/x/mod/sumdb/tlog, the implementation behind the Go checksum database,
// and writes the root: the peer that verification is compared with. Input: for each entry its length as a big-endian
// uint16 and its bytes.
package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"os"

	"golang.org/x/mod/sumdb/tlog"
)

type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		found[i] = h[index]
	}
	return found, nil
}

func main() {
	file, err := os.Open(os.Args[1])
	must(err)
	in := bufio.NewReaderSize(file, 1<<20)
	var stored hashes
	var size int64
	length := make([]byte, 2)
	entry := make([]byte, 65535)
	for {
		_, err := io.ReadFull(in, length)
		if err == io.EOF {
			break
		}
		must(err)
		bytes := entry[:binary.BigEndian.Uint16(length)]
		_, err = io.ReadFull(in, bytes)
		must(err)
		more, err := tlog.StoredHashes(size, bytes, stored)
		must(err)
		stored = append(stored, more...)
		size++
	}
	root, err := tlog.TreeHash(size, stored)
	must(err)
	fmt.Printf("%d %x\n", size, root[:])
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
