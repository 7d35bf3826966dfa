package health.visavis.audit;

class MemoryWitnessContractTest extends CheckpointWitnessContract {

    private final MemoryWitness witness = new MemoryWitness();

    @Override
    protected CheckpointWitness witness() {
        return witness;
    }
}
