// Checks ledgers of the TypeScript core with golang.org/x/mod/sumdb, which is not ours, and makes ledgers, proofs and
// notes of its own for the core to check. Reads one JSON document from standard input, writes one to standard output.
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type inclusion struct {
	Index int64    `json:"index"`
	Proof [][]byte `json:"proof"`
}

type consistency struct {
	Older int64    `json:"older"`
	Proof [][]byte `json:"proof"`
}

type ledger struct {
	Leaves      [][]byte          `json:"leaves"`
	Root        []byte            `json:"root"`
	Roots       map[int64][]byte  `json:"roots"`
	Inclusion   []inclusion       `json:"inclusion"`
	Consistency []consistency     `json:"consistency"`
	Checkpoint  string            `json:"checkpoint"`
	Vkey        string            `json:"vkey"`
	Files       map[string][]byte `json:"files"`
}

type verdict struct {
	// What Go found wrong with the ledger it was given.
	Wrong []string `json:"wrong"`
	// How many alterations Go made to it and accepted all the same.
	AlteredAccepted int `json:"alteredAccepted"`
	Altered         int `json:"altered"`
	// The same ledger made by Go.
	Ours ledger `json:"ours"`
	// Alterations that Go refuses.
	BadInclusion   []inclusion   `json:"badInclusion"`
	BadConsistency []consistency `json:"badConsistency"`
	BadCheckpoint  []string      `json:"badCheckpoint"`
}

type storage map[int64]tlog.Hash

func (s storage) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hash, ok := s[index]
		if !ok {
			return nil, fmt.Errorf("no hash %d", index)
		}
		hashes[i] = hash
	}
	return hashes, nil
}

// files serves tiles under the names of c2sp.org/tlog-tiles, which leave out the height that tlog puts into its own.
type files map[string][]byte

func (f files) Height() int { return 8 }

func (f files) SaveTiles([]tlog.Tile, [][]byte) {}

func (f files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		bytes, ok := f[c2spPath(tile)]
		if !ok {
			return nil, fmt.Errorf("no tile %s", c2spPath(tile))
		}
		data[i] = bytes
	}
	return data, nil
}

func c2spPath(tile tlog.Tile) string {
	return strings.Replace(strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1), "tile/8/", "tile/", 1)
}

func hashOf(b []byte) (h tlog.Hash) {
	if len(b) != tlog.HashSize {
		panic("no hash")
	}
	copy(h[:], b)
	return h
}

func hashesOf(proof [][]byte) []tlog.Hash {
	hashes := make([]tlog.Hash, len(proof))
	for i, b := range proof {
		hashes[i] = hashOf(b)
	}
	return hashes
}

func bytesOf(hashes []tlog.Hash) [][]byte {
	proof := make([][]byte, len(hashes))
	for i := range hashes {
		proof[i] = append([]byte{}, hashes[i][:]...)
	}
	return proof
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func grow(leaves [][]byte) storage {
	hashes := storage{}
	for i, leaf := range leaves {
		stored, err := tlog.StoredHashes(int64(i), leaf, hashes)
		must(err)
		for k, hash := range stored {
			hashes[tlog.StoredHashIndex(0, int64(i))+int64(k)] = hash
		}
	}
	return hashes
}

func treeHash(size int64, hashes storage) tlog.Hash {
	if size == 0 {
		return tlog.Hash{}
	}
	root, err := tlog.TreeHash(size, hashes)
	must(err)
	return root
}

func check(l ledger, hashes storage, complain func(string, ...interface{})) {
	size := int64(len(l.Leaves))
	root := treeHash(size, hashes)
	if hashOf(l.Root) != root {
		complain("root: ours %x, Go %v", l.Root, root)
	}
	for at, one := range l.Roots {
		if hashOf(one) != treeHash(at, hashes) {
			complain("root at %d", at)
		}
	}
	for _, one := range l.Inclusion {
		if err := tlog.CheckRecord(hashesOf(one.Proof), size, root, one.Index, tlog.RecordHash(l.Leaves[one.Index])); err != nil {
			complain("inclusion of %d in %d: %v", one.Index, size, err)
		}
	}
	for _, one := range l.Consistency {
		if err := tlog.CheckTree(hashesOf(one.Proof), size, root, one.Older, treeHash(one.Older, hashes)); err != nil {
			complain("consistency of %d with %d: %v", one.Older, size, err)
		}
	}
	checkCheckpoint(l, size, root, complain)
	checkTiles(l, tlog.Tree{N: size, Hash: root}, complain)
}

func checkCheckpoint(l ledger, size int64, root tlog.Hash, complain func(string, ...interface{})) {
	verifier, err := note.NewVerifier(l.Vkey)
	if err != nil {
		complain("vkey: %v", err)
		return
	}
	opened, err := note.Open([]byte(l.Checkpoint), note.VerifierList(verifier))
	if err != nil {
		complain("checkpoint: %v", err)
		return
	}
	if opened.Text != fmt.Sprintf("%s\n%d\n%s\n", verifier.Name(), size, root) {
		complain("checkpoint says %q", opened.Text)
	}
}

// checkTiles reads every hash of the tree through tlog's own tile reader, which proves each tile against the root, and
// compares the names of the files with those that tlog gives.
func checkTiles(l ledger, tree tlog.Tree, complain func(string, ...interface{})) {
	reader := tlog.TileHashReader(tree, files(l.Files))
	stride := 1 + len(l.Leaves)/500
	for i := 0; i < len(l.Leaves); i += stride {
		leaf := l.Leaves[i]
		got, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, int64(i))})
		if err != nil {
			complain("tiles: %v", err)
			return
		}
		if got[0] != tlog.RecordHash(leaf) {
			complain("tiles: hash of leaf %d", i)
		}
	}
	seen := 0
	for _, tile := range widest(tlog.NewTiles(8, 0, tree.N)) {
		if _, ok := l.Files[c2spPath(tile)]; !ok {
			complain("no tile %s", c2spPath(tile))
		}
		seen++
		if tile.L == 0 {
			tile.L = -1
			seen++
			checkBundle(l, tile, complain)
		}
	}
	if len(l.Files) != seen {
		complain("%d files, expected %d", len(l.Files), seen)
	}
}

// widest drops the narrower partial tiles that tlog lists beside the one of this very size.
func widest(tiles []tlog.Tile) []tlog.Tile {
	var kept []tlog.Tile
	for i, tile := range tiles {
		if i+1 < len(tiles) && tiles[i+1].L == tile.L && tiles[i+1].N == tile.N {
			continue
		}
		kept = append(kept, tile)
	}
	return kept
}

func checkBundle(l ledger, tile tlog.Tile, complain func(string, ...interface{})) {
	var want bytes.Buffer
	for i := tile.N * 256; i < tile.N*256+int64(tile.W); i++ {
		must(binary.Write(&want, binary.BigEndian, uint16(len(l.Leaves[i]))))
		want.Write(l.Leaves[i])
	}
	if !bytes.Equal(l.Files[c2spPath(tile)], want.Bytes()) {
		complain("bundle %s", c2spPath(tile))
	}
}

// remake makes with Go what the core was asked to make, under a key that Go made.
func remake(l ledger, hashes storage) ledger {
	size := int64(len(l.Leaves))
	root := treeHash(size, hashes)
	made := ledger{Root: root[:], Files: map[string][]byte{}}
	for _, one := range l.Inclusion {
		proof, err := tlog.ProveRecord(size, one.Index, hashes)
		must(err)
		made.Inclusion = append(made.Inclusion, inclusion{one.Index, bytesOf(proof)})
	}
	for _, one := range l.Consistency {
		proof, err := tlog.ProveTree(size, one.Older, hashes)
		must(err)
		made.Consistency = append(made.Consistency, consistency{one.Older, bytesOf(proof)})
	}
	for _, tile := range widest(tlog.NewTiles(8, 0, size)) {
		data, err := tlog.ReadTileData(tile, hashes)
		must(err)
		made.Files[c2spPath(tile)] = data
	}
	skey, vkey, err := note.GenerateKey(rand.Reader, "go.example/log")
	must(err)
	signer, err := note.NewSigner(skey)
	must(err)
	text := fmt.Sprintf("go.example/log\n%d\n%s\n", size, root)
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	must(err)
	made.Checkpoint, made.Vkey = string(signed), vkey
	return made
}

func turned(proof [][]byte, bit int) [][]byte {
	copied := make([][]byte, len(proof))
	for i := range proof {
		copied[i] = append([]byte{}, proof[i]...)
	}
	which := bit % (len(proof) * 256)
	copied[which/256][which%256/8] ^= 1 << (which % 8)
	return copied
}

// spoil turns a bit in each proof and note of a ledger and notes what Go says to it.
func spoil(l ledger, made ledger, hashes storage, v *verdict) {
	size := int64(len(l.Leaves))
	root := treeHash(size, hashes)
	judge := func(err error) {
		v.Altered++
		if err == nil {
			v.AlteredAccepted++
		}
	}
	for k, one := range made.Inclusion {
		if len(one.Proof) == 0 {
			continue
		}
		bad := inclusion{one.Index, turned(one.Proof, k*37)}
		judge(tlog.CheckRecord(hashesOf(bad.Proof), size, root, bad.Index, tlog.RecordHash(l.Leaves[bad.Index])))
		v.BadInclusion = append(v.BadInclusion, bad)
	}
	for k, one := range made.Consistency {
		if len(one.Proof) == 0 {
			continue
		}
		bad := consistency{one.Older, turned(one.Proof, k*41)}
		judge(tlog.CheckTree(hashesOf(bad.Proof), size, root, bad.Older, treeHash(bad.Older, hashes)))
		v.BadConsistency = append(v.BadConsistency, bad)
	}
	verifier, err := note.NewVerifier(made.Vkey)
	must(err)
	for _, bad := range []string{
		strings.Replace(made.Checkpoint, "\n", "x\n", 1),
		strings.Replace(made.Checkpoint, fmt.Sprintf("\n%d\n", size), fmt.Sprintf("\n%d\n", size+1), 1),
		strings.Replace(made.Checkpoint, "\n\n", "\nmore\n\n", 1),
		strings.TrimSuffix(made.Checkpoint, "\n"),
		strings.Replace(made.Checkpoint, "— go", "— no", 1),
	} {
		_, err := note.Open([]byte(bad), note.VerifierList(verifier))
		judge(err)
		v.BadCheckpoint = append(v.BadCheckpoint, bad)
	}
}

func main() {
	input, err := io.ReadAll(os.Stdin)
	must(err)
	var ledgers []ledger
	must(json.Unmarshal(input, &ledgers))
	verdicts := []verdict{}
	for _, l := range ledgers {
		v := verdict{Wrong: []string{}}
		hashes := grow(l.Leaves)
		check(l, hashes, func(format string, args ...interface{}) {
			v.Wrong = append(v.Wrong, fmt.Sprintf(format, args...))
		})
		v.Ours = remake(l, hashes)
		spoil(l, v.Ours, hashes, &v)
		verdicts = append(verdicts, v)
	}
	must(json.NewEncoder(os.Stdout).Encode(verdicts))
}
