package health.visavis.proof.bench;

import health.visavis.proof.measure.Comparison;
import java.io.IOException;
import java.util.List;

interface Measurement {

    List<Comparison> run() throws IOException, InterruptedException;
}
