#ifndef SHARED_FUNNEL_CZLIB_SHIM_H
#define SHARED_FUNNEL_CZLIB_SHIM_H

#include <zlib.h>

// What Swift cannot see of the C API: a macro that passes the version of the header on.

// Makes a stream ready to read one gzip member after the other. 15 is the largest window that there is, so any file
// can be read; 16 more stand for the gzip format, with its checksum, and no other.
static inline int czlib_begin_gunzip(z_stream *stream) { return inflateInit2(stream, 15 + 16); }

#endif
