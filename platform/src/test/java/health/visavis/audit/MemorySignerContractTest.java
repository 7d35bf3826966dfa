package health.visavis.audit;

class MemorySignerContractTest extends CheckpointSignerContract {

    private final MemorySigner signer = new MemorySigner();

    @Override
    protected CheckpointSigner signer() {
        return signer;
    }
}
