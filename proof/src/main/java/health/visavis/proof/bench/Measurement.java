package health.visavis.proof.bench;

import health.visavis.proof.measure.Result;
import java.io.IOException;
import java.util.List;

interface Measurement {

    List<? extends Result> run() throws IOException, InterruptedException;
}
