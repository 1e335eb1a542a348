// The one algorithm the project takes from nettle: SHA-256.
#include <nettle/sha2.h>
