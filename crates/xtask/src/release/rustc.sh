#!/bin/sh
# Runs rustc for what is given out (RUSTC_WRAPPER of cargo): the same sources become the same bytes
# in any folder, and name no folder of the machine. SMSC_ROOT is the project's folder.
set -eu
if test -n "${CARGO_MANIFEST_DIR-}"; then
    name=$CARGO_PKG_NAME-$CARGO_PKG_VERSION
    case $CARGO_MANIFEST_DIR in
    "$SMSC_ROOT"/*)
        # The names of symbols, and with them the order of functions, follow from this. For a
        # package outside of its workspace cargo hashes the path of the folder into it.
        for argument do
            shift
            case $argument in metadata=*) argument=metadata=$name ;; esac
            set -- "$@" "$argument"
        done
        ;;
    esac
    set -- "$@" "--remap-path-prefix=$CARGO_MANIFEST_DIR=$name"
    test -z "${OUT_DIR-}" || set -- "$@" "--remap-path-prefix=$OUT_DIR=$name/out"
fi
exec "$@"
