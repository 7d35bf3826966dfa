/// People who act for a patient: the patient's page, the clinic's for a child, the link between them, and the choice
/// for whom one is here.
@NullMarked
package health.visavis.web.proxy;

import org.jspecify.annotations.NullMarked;
