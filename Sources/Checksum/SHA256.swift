import CNettle

/// The SHA-256 of some bytes (FIPS 180-4), by nettle.
///
/// It tells whether a file on disk is still the one that was read, and it is what an export and a
/// pack print, so it is compared and shown as hexadecimal text.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package let description: String

  /// The digest that `description` spells, taken as it stands.
  package init(hexadecimal: String) {
    description = hexadecimal
  }

  /// Digests `bytes`.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init(of bytes: some Collection<UInt8>) {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    let fed: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      nettle_sha256_update(&context, buffer.count, buffer.baseAddress)
    }
    if fed == nil {
      Array(bytes).withUnsafeBufferPointer {
        nettle_sha256_update(&context, $0.count, $0.baseAddress)
      }
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(digest.count * 2)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    description = String(decoding: text, as: UTF8.self)
  }
}
