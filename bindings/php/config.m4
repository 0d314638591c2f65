PHP_ARG_WITH([smsc-proto],
  [for the C library of smsc-proto],
  [AS_HELP_STRING([--with-smsc-proto@<:@=DIR@:>@],
    [Read replies of SMSC.ru. DIR is where the C library is installed; without it, it is built with cargo])],
  [yes])

if test "$PHP_SMSC_PROTO" != "no"; then
  if test "$PHP_SMSC_PROTO" = "yes"; then
    SMSC_PROTO_CHECKOUT=$abs_srcdir/../..
    AC_MSG_CHECKING([for the sources of the C library])
    if test ! -f "$SMSC_PROTO_CHECKOUT/bindings/c/Cargo.toml"; then
      AC_MSG_RESULT([not found])
      AC_MSG_ERROR([this folder stands in no checkout of smsc-proto; name the installed library: --with-smsc-proto=DIR])
    fi
    AC_MSG_RESULT([yes])
    AC_PATH_PROG([SMSC_PROTO_CARGO], [cargo])
    if test -z "$SMSC_PROTO_CARGO"; then
      AC_MSG_ERROR([cargo builds the C library and is not here; install Rust, or name the installed library: --with-smsc-proto=DIR])
    fi
    "$SMSC_PROTO_CARGO" build --release --locked --manifest-path "$SMSC_PROTO_CHECKOUT/bindings/c/Cargo.toml" --target-dir "$abs_builddir/cargo" \
      || AC_MSG_ERROR([cargo could not build the C library])
    SMSC_PROTO_INCLUDE=$SMSC_PROTO_CHECKOUT/include
    SMSC_PROTO_LIBRARY=$abs_builddir/cargo/release/libsmsc_proto.a
  else
    SMSC_PROTO_INCLUDE=$PHP_SMSC_PROTO/include
    SMSC_PROTO_LIBRARY=$PHP_SMSC_PROTO/lib/libsmsc_proto.a
  fi

  AC_MSG_CHECKING([for the C library])
  if test ! -f "$SMSC_PROTO_INCLUDE/smsc_proto.h" || test ! -f "$SMSC_PROTO_LIBRARY"; then
    AC_MSG_ERROR([$SMSC_PROTO_INCLUDE/smsc_proto.h or $SMSC_PROTO_LIBRARY is not there])
  fi
  AC_MSG_RESULT([$SMSC_PROTO_LIBRARY])

  PHP_ADD_INCLUDE([$SMSC_PROTO_INCLUDE])
  dnl Nothing but get_module may be seen from outside, nor may code that nobody calls stay.
  SMSC_PROTO_SHARED_LIBADD="$SMSC_PROTO_LIBRARY -Wl,--exclude-libs,ALL -Wl,--gc-sections"
  PHP_SUBST([SMSC_PROTO_SHARED_LIBADD])
  PHP_NEW_EXTENSION([smsc_proto],
    [smsc_proto.c options.c records.c texts.c names.c errors.c items.c iterate.c explain.c compat.c],
    [$ext_shared],, [-fvisibility=hidden])
fi
