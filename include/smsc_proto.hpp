/* For C++: the functions of smsc_proto.h with the linkage that they have. */
#ifndef SMSC_PROTO_HPP
#define SMSC_PROTO_HPP

extern "C" {
#include "smsc_proto.h"
}

#endif
