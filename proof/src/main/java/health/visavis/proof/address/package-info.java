/// A deployed address looked at from outside, as anybody on the Internet may: `./visavis verify ADDRESS`. It needs
/// the JDK alone, and nothing built, so that whoever deploys can ask from any machine.
@NullMarked
package health.visavis.proof.address;

import org.jspecify.annotations.NullMarked;
