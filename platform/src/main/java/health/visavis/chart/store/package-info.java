/// The SQL of the chart, and the form of what is sealed.
@NullMarked
package health.visavis.chart.store;

import org.jspecify.annotations.NullMarked;
