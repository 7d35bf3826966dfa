package health.visavis.keys;

class MemoryKeyVaultContractTest extends KeyVaultContract {

    private final KeyVault vault = new MemoryKeyVault();

    @Override
    protected KeyVault vault() {
        return vault;
    }
}
