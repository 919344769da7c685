# The two commands: `make` builds the site, `make test` runs every test. `make help` lists the rest.

SHELL := /bin/bash
.DEFAULT_GOAL := site
.PHONY: site example test bench release install uninstall stage dist build-tools test-tools format clean help

# What must be there: a Debian package, or COMMAND=PACKAGE where any program of that name will do.
BUILD_TOOLS := make=make git=git pkg-config=pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libsodium-dev libssl-dev
TEST_TOOLS := python3=python3 java=default-jre-headless jing=jing htmlproofer=ruby-html-proofer \
	chromium-headless-shell=chromium-headless-shell xmllint=libxml2-utils taskset=util-linux strace=strace tmux=tmux newsboat=newsboat r2e=rss2email nginx-light jq=jq xxh64sum=xxhash \
	minisign=minisign ssh-keygen=openssh-client wget=wget rsync=rsync shellcheck=shellcheck node=nodejs \
	go=golang-go golang-golang-x-mod-dev valgrind=valgrind strip=binutils
DIST_TOOLS := libcurl4-openssl-dev libxml2-dev
BENCH_TOOLS := python3=python3 cmark-gfm=cmark-gfm chromium=chromium nginx-light

TRUSTPRESS := .build/release/trustpress

# Where `make install` puts the program; DESTDIR is a folder in the place of the system's root.
PREFIX ?= /usr/local
INSTALLED = bin/trustpress share/bash-completion/completions/trustpress share/zsh/site-functions/_trustpress \
	share/fish/vendor_completions.d/trustpress.fish

site: release ## Build the site into Public/ (what plain `make` does)
	@$(TRUSTPRESS) build
	@Tests/Tools/count Public

example: release ## Build the example company's site into example/
	@$(TRUSTPRESS) build --site Tests/Example --output example
	@Tests/Tools/count example

test: build-tools test-tools ## Run every test: format, units, and real programs on built sites
	@Tests/Tools/test

bench: release ## Time the release beside Hugo, cmark-gfm and cp; REAL=FOLDER takes real histories too
	@Tests/Tools/debian $(BENCH_TOOLS)
	@Tests/Tools/python .venv-bench Tests/Bench/requirements.txt
	@swift build -c release --product EditBench
	@.venv-bench/bin/python Tests/Bench/bench $(TRUSTPRESS) $(if $(REAL),--real $(REAL))

release: build-tools ## Build the release of trustpress
	@swift build -c release --product trustpress

# A program that is named is taken as it is: `sudo make install TRUSTPRESS=.build/release/trustpress`.
install: $(if $(filter command,$(firstword $(origin TRUSTPRESS))),,release) ## Install the program and its completions below PREFIX, or DESTDIR and PREFIX
	@set -e; place="$(DESTDIR)$(PREFIX)"; \
	install -D -m 755 "$(TRUSTPRESS)" "$$place/bin/trustpress"; \
	for shell in bash zsh fish; do \
		file="$$place/$$(printf '%s\n' $(INSTALLED) | grep "^share/$$shell")"; \
		words=$$("$(TRUSTPRESS)" --generate-completion-script $$shell); \
		install -d "$${file%/*}"; printf '%s\n' "$$words" > "$$file"; chmod 644 "$$file"; \
	done

uninstall: ## Remove what `make install` put there
	@rm -f $(foreach file,$(INSTALLED),"$(DESTDIR)$(PREFIX)/$(file)")

# A program that needs no Swift where it runs; its scratch folder is its own, as the library in it is another.
STATIC := .build/static/release/trustpress

stage:
	@swift build -c release --static-swift-stdlib --product trustpress --scratch-path .build/static
	@$(MAKE) --no-print-directory install TRUSTPRESS=$(STATIC)
	@strip "$(DESTDIR)$(PREFIX)/bin/trustpress"

dist: build-tools ## Pack a release whose program needs no Swift into .build/, as trustpress-VERSION-SYSTEM.tar.gz
	@Tests/Tools/debian $(DIST_TOOLS)
	@rm -rf .build/dist
	@$(MAKE) --no-print-directory stage DESTDIR=.build/dist PREFIX=
	@cp LICENSE CHANGELOG.md .build/dist
	@name=trustpress-$$($(STATIC) --version | cut -d' ' -f1)-$$(uname -s | tr A-Z a-z)-$$(uname -m); \
	tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$$(git log -1 --format=%ct)" \
		--transform "s|^\.|$$name|" --directory .build/dist . | gzip -n > .build/$$name.tar.gz; \
	echo ".build/$$name.tar.gz"

build-tools:
	@Tests/Tools/debian $(BUILD_TOOLS)
	@Tests/Tools/swift-version

test-tools:
	@Tests/Tools/debian $(TEST_TOOLS)
	@Tests/Tools/python .venv Tests/Tools/requirements.txt

format: ## Format the Swift sources in place
	@swift format --in-place --recursive Package.swift Plugins Sources Tests

clean: ## Remove everything that was built, installed Debian packages apart
	@rm -rf .build .venv .venv-bench example
	@find Public -mindepth 1 ! -name .gitignore -delete

help: ## Show this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/make \1|\2/p' Makefile | column -t -s '|'
