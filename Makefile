# Fivefold's everyday jobs. `make help` lists them; every target works from a clean clone.
#
# There is one build folder, .build, with a debug and a release half. The Debian packages named here are
# installed when they are missing, and only then.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.NOTPARALLEL:
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
DESTDIR ?=
SECONDS ?= 60
BENCH ?=

PACKAGES := libncurses-dev libsqlite3-dev libstemmer-dev libhunspell-dev hunspell-en-gb nettle-dev pkg-config tmux git
PEERS := nano vim-tiny python3-proselint aspell aspell-en

IMPORTS := --explicit-target-dependency-import-check error
BINARY := .build/release/fivefold
SOURCES := Package.swift $(shell find Sources -type f)

BIN := $(DESTDIR)$(PREFIX)/bin
SHARE := $(DESTDIR)$(PREFIX)/share
BASH_COMPLETIONS := $(SHARE)/bash-completion/completions
ZSH_COMPLETIONS := $(SHARE)/zsh/site-functions
FISH_COMPLETIONS := $(SHARE)/fish/vendor_completions.d

.PHONY: help setup terminal run test bench fuzz install uninstall lint release docs clean

help: ## List these targets.
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

setup: ## Install the Debian packages that are missing; check the Swift toolchain.
	@.ci/setup $(PACKAGES)
	@.ci/check-swift

# The check comes first so that nobody waits for a build that cannot be shown.
terminal:
	@$(if $(and $(MAKE_TERMOUT),$(shell test -t 0 && echo yes)),,$(error Fivefold needs a terminal to run in; \
	  start 'make run' from one))true

run: terminal release ## Build, copy the sample workspace to a scratch folder and open it.
	@folder=$$(mktemp -d "$${TMPDIR:-/tmp}/fivefold-XXXXXX")
	cp -R Templates/samples/harbourside "$$folder/"
	echo "The sample workspace is $$folder/harbourside; it is yours to change and is kept afterwards."
	code=0; $(BINARY) "$$folder/harbourside" || code=$$?
	echo "Your changes are in $$folder/harbourside"
	exit $$code

test: setup ## Build everything in debug and run all tests.
	swift build --build-tests $(IMPORTS)
	swift test --skip-build --disable-xctest

bench: release ## Print the benchmarks beside nano, vim, proselint and aspell (BENCH="--help" for options).
	@.ci/setup python3
	@.ci/setup --optional $(PEERS)
	@python3 Tests/Bench/bench.py --fivefold $(BINARY) $(BENCH)
	@python3 Tests/Bench/reading.py --fivefold $(BINARY)

fuzz: setup ## Fuzz the keyboard decoder for SECONDS=60.
	@mkdir -p .build/key-corpus
	swiftc -sanitize=fuzzer -parse-as-library -O -package-name fivefold -module-name KeyFuzz \
	  Tests/Fuzz/KeyFuzz.swift Sources/Screen/{Geometry,Key,InputEvent,InputDecoder,InputDecoder+Escape}.swift \
	  Sources/Screen/{InputDecoder+Paste,InputCollector,TypedText,ControlCharacter,ControlSequence}.swift \
	  Sources/Screen/{SequenceKeys,SequenceParameters,MouseReport}.swift -o .build/key-fuzz
	.build/key-fuzz -max_total_time=$(SECONDS) -max_len=4096 -artifact_prefix=.build/ .build/key-corpus

release: setup ## Build the release binary, .build/release/fivefold.
	swift build -c release --static-swift-stdlib $(IMPORTS)

$(BINARY): $(SOURCES)
	$(MAKE) release

install: $(BINARY) ## Install below PREFIX=/usr/local (DESTDIR= is put before it).
	install -D -m 755 $(BINARY) "$(BIN)/fivefold"
	rm -rf "$(SHARE)/fivefold/Templates"
	mkdir -p "$(SHARE)/fivefold"
	cp -R Templates "$(SHARE)/fivefold/Templates"
	chmod -R u=rwX,go=rX "$(SHARE)/fivefold/Templates"
	install -D -m 644 docs/fivefold.1 "$(SHARE)/man/man1/fivefold.1"
	scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT
	for shell in bash zsh fish; do $(BINARY) --generate-completion-script $$shell > "$$scratch/$$shell"; done
	install -D -m 644 "$$scratch/bash" "$(BASH_COMPLETIONS)/fivefold"
	install -D -m 644 "$$scratch/zsh" "$(ZSH_COMPLETIONS)/_fivefold"
	install -D -m 644 "$$scratch/fish" "$(FISH_COMPLETIONS)/fivefold.fish"

uninstall: ## Remove what install put below PREFIX.
	rm -f "$(BIN)/fivefold" "$(SHARE)/man/man1/fivefold.1"
	rm -f "$(BASH_COMPLETIONS)/fivefold" "$(ZSH_COMPLETIONS)/_fivefold" "$(FISH_COMPLETIONS)/fivefold.fish"
	rm -rf "$(SHARE)/fivefold"

lint: setup ## Check the format of the Swift sources.
	swift format lint --strict --recursive Sources Tests Package.swift

docs: release ## Regenerate docs/keys.md and docs/checks.md from the program.
	$(BINARY) keys --markdown > .build/keys.md
	mv .build/keys.md docs/keys.md
	$(BINARY) check --list --markdown > .build/checks.md
	mv .build/checks.md docs/checks.md

clean: ## Remove the build folder.
	rm -rf .build
