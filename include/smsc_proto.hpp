/* For C++: the functions of smsc_proto.h, with C linkage. */
#ifndef SMSC_PROTO_HPP
#define SMSC_PROTO_HPP

extern "C" {
#include "smsc_proto.h"
}

#endif
