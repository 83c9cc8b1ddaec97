// Computes the RFC 6962 tree over leaves given as one file and their sizes as another, with sumdb/tlog.
package main

import (
	"encoding/binary"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/tlog"
)

type storage []tlog.Hash

func (s storage) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = s[index]
	}
	return hashes, nil
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	leaves, err := os.ReadFile(os.Args[1])
	check(err)
	sizes, err := os.ReadFile(os.Args[2])
	check(err)
	var hashes storage
	count := int64(len(sizes) / 4)
	for i := int64(0); i < count; i++ {
		size := binary.LittleEndian.Uint32(sizes[4*i:])
		more, err := tlog.StoredHashes(i, leaves[:size], hashes)
		check(err)
		hashes = append(hashes, more...)
		leaves = leaves[size:]
	}
	root, err := tlog.TreeHash(count, hashes)
	check(err)
	fmt.Println(root)
}
