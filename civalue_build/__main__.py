"""`python -m civalue_build` is `civalue`."""

from civalue_build.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
