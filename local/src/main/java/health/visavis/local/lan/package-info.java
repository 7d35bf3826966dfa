/// Serving the local network over HTTPS: a certificate authority of this installation alone, the server's
/// certificate, and the QR code that brings a phone here.
@NullMarked
package health.visavis.local.lan;

import org.jspecify.annotations.NullMarked;
