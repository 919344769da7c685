// Holds a signed record against Go's reference implementation of transparency logs, from its tiles and nothing else:
//
//	main RECORD KEY [OLD-CHECKPOINT]
//
// RECORD is a folder with checkpoint, tile/ and entries.jsonl. Every line must be in the tree that the checkpoint is of,
// and the tree must continue that of an older checkpoint. It says what it found, or why not, and then ends with status 1.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// folder reads tiles where C2SP tlog-tiles has them: the paths of sumdb, without the height.
type folder struct{ path string }

func (f folder) Height() int { return 8 }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := os.ReadFile(f.file(tile))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (f folder) file(tile tlog.Tile) string {
	return filepath.Join(f.path, strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
}

func (f folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func main() {
	if err := check(os.Args[1:]); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func check(arguments []string) error {
	record, key := arguments[0], arguments[1]
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return err
	}
	tree, err := open(filepath.Join(record, "checkpoint"), verifier)
	if err != nil {
		return err
	}
	tiles := folder{record}
	reader := tlog.TileHashReader(tree, tiles)
	if err := lines(record, tree, reader); err != nil {
		return err
	}
	fmt.Printf("%d lines\n", tree.N)
	if len(arguments) < 3 {
		return nil
	}
	old, err := open(arguments[2], verifier)
	if err != nil {
		return err
	}
	proof, err := tlog.ProveTree(tree.N, old.N, reader)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash); err != nil {
		return err
	}
	fmt.Printf("continues %d\n", old.N)
	return nil
}

// open reads a checkpoint that is signed by a key.
func open(path string, verifier note.Verifier) (tree tlog.Tree, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return tree, err
	}
	signed, err := note.Open(data, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	text := strings.Split(signed.Text, "\n")
	if tree.N, err = strconv.ParseInt(text[1], 10, 64); err != nil {
		return tree, err
	}
	tree.Hash, err = tlog.ParseHash(text[2])
	return tree, err
}

// lines holds every line of the record against its proof and against the bundle that it stands in.
func lines(record string, tree tlog.Tree, reader tlog.HashReader) error {
	data, err := os.ReadFile(filepath.Join(record, "entries.jsonl"))
	if err != nil {
		return err
	}
	all := bytes.Split(bytes.TrimSuffix(data, []byte("\n")), []byte("\n"))
	if int64(len(all)) != tree.N {
		return fmt.Errorf("%d lines, and the checkpoint is of %d", len(all), tree.N)
	}
	for index, line := range all {
		hash := tlog.RecordHash(line)
		proof, err := tlog.ProveRecord(tree.N, int64(index), reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, int64(index), hash); err != nil {
			return fmt.Errorf("line %d: %w", index+1, err)
		}
	}
	for start := 0; start < len(all); start += 256 {
		end := start + 256
		if end > len(all) {
			end = len(all)
		}
		tile := tlog.Tile{H: 8, L: 0, N: int64(start / 256), W: end - start}
		path := strings.Replace(folder{record}.file(tile), "tile/0/", "tile/entries/", 1)
		bundle, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var wanted []byte
		for _, line := range all[start:end] {
			wanted = binary.BigEndian.AppendUint16(wanted, uint16(len(line)))
			wanted = append(wanted, line...)
		}
		if !bytes.Equal(bundle, wanted) {
			return fmt.Errorf("%s does not hold its lines", path)
		}
	}
	return nil
}
