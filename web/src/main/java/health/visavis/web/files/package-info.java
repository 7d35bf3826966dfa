/// How files of patients come in and go out over HTTP.
@NullMarked
package health.visavis.web.files;

import org.jspecify.annotations.NullMarked;
