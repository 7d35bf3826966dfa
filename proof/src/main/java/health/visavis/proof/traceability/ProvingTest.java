package health.visavis.proof.traceability;

/// A test that names a requirement.
record ProvingTest(String className, String methodName) implements Comparable<ProvingTest> {

    String title() {
        return className.substring(className.lastIndexOf('.') + 1) + " › " + methodName;
    }

    @Override
    public int compareTo(ProvingTest other) {
        return title().compareTo(other.title());
    }
}
