PHP_ARG_WITH([smsc-proto],
  [for the C library of smsc-proto],
  [AS_HELP_STRING([--with-smsc-proto@<:@=DIR@:>@],
    [Parse replies of SMSC.ru. DIR is the prefix of an installed C library;
     without DIR cargo builds the library from the sources beside this file])],
  [yes])

if test "$PHP_SMSC_PROTO" != "no"; then
  if test "$PHP_SMSC_PROTO" = "yes"; then
    dnl A source package has the sources in a folder of its own, a checkout around this one.
    SMSC_PROTO_SOURCES=
    for smsc_proto_folder in "$abs_srcdir/rust" "$abs_srcdir/../.."; do
      if test -z "$SMSC_PROTO_SOURCES" && test -f "$smsc_proto_folder/bindings/c/Cargo.toml"; then
        SMSC_PROTO_SOURCES=$smsc_proto_folder
      fi
    done
    AC_MSG_CHECKING([for the sources of the C library])
    if test -z "$SMSC_PROTO_SOURCES"; then
      AC_MSG_RESULT([not found])
      AC_MSG_ERROR(m4_normalize([this folder is neither a source package nor in a checkout of
        smsc-proto; pass the prefix of the installed C library: --with-smsc-proto=DIR]))
    fi
    AC_MSG_RESULT([$SMSC_PROTO_SOURCES])
    AC_PATH_PROG([SMSC_PROTO_CARGO], [cargo])
    if test -z "$SMSC_PROTO_CARGO"; then
      AC_MSG_ERROR(m4_normalize([cargo, which builds the C library, was not found; install Rust,
        or pass the prefix of the installed C library: --with-smsc-proto=DIR]))
    fi
    "$SMSC_PROTO_CARGO" build --release --locked \
      --manifest-path "$SMSC_PROTO_SOURCES/bindings/c/Cargo.toml" \
      --target-dir "$abs_builddir/cargo" \
      || AC_MSG_ERROR([cargo could not build the C library])
    SMSC_PROTO_INCLUDE=$SMSC_PROTO_SOURCES/include
    SMSC_PROTO_LIBRARY=$abs_builddir/cargo/release/libsmsc_proto.a
  else
    SMSC_PROTO_INCLUDE=$PHP_SMSC_PROTO/include
    SMSC_PROTO_LIBRARY=$PHP_SMSC_PROTO/lib/libsmsc_proto.a
  fi

  AC_MSG_CHECKING([for the C library])
  if test ! -f "$SMSC_PROTO_INCLUDE/smsc_proto.h" || test ! -f "$SMSC_PROTO_LIBRARY"; then
    AC_MSG_ERROR([$SMSC_PROTO_INCLUDE/smsc_proto.h or $SMSC_PROTO_LIBRARY does not exist])
  fi
  AC_MSG_RESULT([$SMSC_PROTO_LIBRARY])

  PHP_ADD_INCLUDE([$SMSC_PROTO_INCLUDE])
  dnl The module exports get_module only, and contains no unused code of the library.
  SMSC_PROTO_SHARED_LIBADD="$SMSC_PROTO_LIBRARY -Wl,--exclude-libs,ALL -Wl,--gc-sections"
  PHP_SUBST([SMSC_PROTO_SHARED_LIBADD])
  PHP_NEW_EXTENSION([smsc_proto],
    [smsc_proto.c options.c records.c texts.c names.c errors.c malformed.c items.c iterate.c explain.c compat.c request.c request_options.c calls.c call_objects.c callback.c advice.c merge.c plan.c plan_answers.c],
    [$ext_shared],, [-fvisibility=hidden])
fi
