/// Charts on the screen: the list of patients, the chart of one, its narrow form beside a call, and the
/// patient's own record in plain words.
@NullMarked
package health.visavis.web.chart;

import org.jspecify.annotations.NullMarked;
