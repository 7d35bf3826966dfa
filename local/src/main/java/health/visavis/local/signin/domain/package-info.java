/// The rules of signing in: who needs a second factor, which code is right, how long to wait after wrong tries.
@NullMarked
package health.visavis.local.signin.domain;

import org.jspecify.annotations.NullMarked;
