/// How long somebody may act for a patient; needs no database.
@NullMarked
package health.visavis.proxy.domain;

import org.jspecify.annotations.NullMarked;
