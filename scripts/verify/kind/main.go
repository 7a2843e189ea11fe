// Reads a kind configuration as `kind create cluster` does, and says whether it would be used.
package main

import (
	"fmt"
	"os"

	"sigs.k8s.io/kind/pkg/internal/apis/config/encoding"
)

func main() {
	config, err := encoding.Load(os.Args[1])
	if err == nil {
		if config.Name == "" {
			config.Name = "kind" // as the command does
		}
		err = config.Validate()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
