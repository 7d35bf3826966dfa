package health.visavis.fhir;

import health.visavis.chart.ImportProgress;
import health.visavis.chart.ImportRun.Rejection;

/// Watches an import. Called from the threads that import, one call at a time.
public interface ImportListener {

    void progress(ImportProgress progress);

    void rejected(Rejection rejection);

    static ImportListener silent() {
        return new ImportListener() {
            @Override
            public void progress(ImportProgress progress) {}

            @Override
            public void rejected(Rejection rejection) {}
        };
    }
}
