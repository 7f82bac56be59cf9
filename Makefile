# `make` builds the book; `make test` proves it. Nothing else is ever needed.
.PHONY: book test setup build bench lint format clean

# The book: what is missing is installed, the tool built, every example run, the site written.
book: build
	./quire build

# Everything that must hold: the unit tests, the book's links and files, then every example of the book.
test: setup
	Scripts/build --build-tests
	swift test --skip-build
	./quire check --strict
	./quire tangle --check
	./quire test

# The headers of libcmark, by the system's package manager, where they are missing.
setup:
	@Scripts/install-libcmark

# The tool and the runtime that listings are compiled against.
build: setup
	Scripts/build

# What the simulated kernel costs, per second, and how that grows with the number of objects.
bench:
	swift run -c release bench

# The source style, checked.
lint:
	swift format lint --strict --recursive Package.swift Sources Tests

# The source style, applied.
format:
	swift format --in-place --recursive Package.swift Sources Tests

# Away with everything that can be made again.
clean:
	rm -rf .build .quire site/public examples/*/*/.build
