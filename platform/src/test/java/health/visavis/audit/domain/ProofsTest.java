package health.visavis.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofsTest {

    /// The trees that implementations of RFC 6962 are tried on (certificate-transparency, `merkletree`).
    private static final List<Hash> KNOWN = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(entry -> Hash.ofLeaf(HexFormat.of().parseHex(entry)))
            .toList();

    /// Every size around the powers of two up to here.
    private static final int LARGEST = 70;

    private static final List<Hash> LEAVES = IntStream.range(0, LARGEST)
            .mapToObj(number -> Hash.ofLeaf(new byte[] {(byte) number}))
            .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theRootsAreThoseOfTheRfc(int size, String root) {
        assertThat(Proofs.root(0, size, nodes(KNOWN))).hasToString(root);
        assertThat(frontier(KNOWN, size).root()).hasToString(root);
    }

    @Test
    void theProofsAreThoseOfTheRfc() {
        assertThat(Proofs.inclusion(0, 8, nodes(KNOWN)))
                .extracting(Hash::toString)
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(Proofs.inclusion(5, 8, nodes(KNOWN)))
                .extracting(Hash::toString)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(Proofs.consistency(6, 8, nodes(KNOWN)))
                .extracting(Hash::toString)
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void everyLeafOfEveryTreeIsProvedAndNoOther() {
        var nodes = nodes(LEAVES);
        for (var size = 1; size <= LARGEST; size++) {
            var root = Proofs.root(0, size, nodes);
            for (var place = 0; place < size; place++) {
                var leaf = LEAVES.get(place);
                var proof = Proofs.inclusion(place, size, nodes);

                assertThat(Proofs.includes(leaf, place, size, proof, root)).isTrue();
                assertThat(Proofs.includes(LEAVES.get((place + 1) % LARGEST), place, size, proof, root))
                        .isFalse();
                assertThat(Proofs.includes(leaf, place, size, proof, leaf.equals(root) ? Hash.OF_NOTHING : leaf))
                        .isFalse();
                assertThat(Proofs.includes(leaf, size, size, proof, root)).isFalse();
                for (var cut = 0; cut < proof.size(); cut++) {
                    assertThat(Proofs.includes(leaf, place, size, without(proof, cut), root))
                            .isFalse();
                    assertThat(Proofs.includes(leaf, place, size, with(proof, cut), root))
                            .isFalse();
                }
                assertThat(Proofs.includes(leaf, place, size, append(proof), root))
                        .isFalse();
            }
        }
    }

    @Test
    void everyTreeBeginsWithEverySmallerOneAndWithNoOther() {
        var nodes = nodes(LEAVES);
        for (var size = 1; size <= LARGEST; size++) {
            var root = Proofs.root(0, size, nodes);
            for (var old = 1; old <= size; old++) {
                var oldRoot = Proofs.root(0, old, nodes);
                var proof = Proofs.consistency(old, size, nodes);

                assertThat(Proofs.isConsistent(old, oldRoot, size, root, proof)).isTrue();
                assertThat(Proofs.isConsistent(old, Hash.OF_NOTHING, size, root, proof))
                        .isFalse();
                assertThat(Proofs.isConsistent(old, oldRoot, size, Hash.OF_NOTHING, proof))
                        .isFalse();
                for (var cut = 0; cut < proof.size(); cut++) {
                    assertThat(Proofs.isConsistent(old, oldRoot, size, root, without(proof, cut)))
                            .isFalse();
                    assertThat(Proofs.isConsistent(old, oldRoot, size, root, with(proof, cut)))
                            .isFalse();
                }
                assertThat(Proofs.isConsistent(old, oldRoot, size, root, append(proof)))
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsNotInTheTreeIsNotProved() {
        assertThatThrownBy(() -> Proofs.inclusion(8, 8, nodes(KNOWN))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proofs.consistency(0, 8, nodes(KNOWN))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proofs.consistency(9, 8, nodes(KNOWN))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFrontierGoesOnFromWhatIsStored() {
        for (var size = 0; size < LARGEST; size++) {
            var resumed = Frontier.of(size, nodes(LEAVES));
            LEAVES.subList(size, LARGEST).forEach(resumed::add);

            assertThat(resumed.size()).isEqualTo(LARGEST);
            assertThat(resumed.root()).isEqualTo(frontier(LEAVES, LARGEST).root());
        }
    }

    @Test
    void aTreeOfPatientsIsTheSameHoweverItsHeadsMoved() {
        var tree = new PatientTree();
        for (var place = 0; place < LARGEST; place++) {
            tree.set(place, Hash.OF_NOTHING);
            tree.set(place / 2, LEAVES.get(place / 2));
            tree.set(place, LEAVES.get(place));

            assertThat(tree.root()).isEqualTo(frontier(LEAVES, place + 1).root());
        }
        assertThatThrownBy(() -> tree.set(LARGEST + 1, Hash.OF_NOTHING)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Frontier frontier(List<Hash> leaves, int size) {
        var tree = Frontier.empty();
        leaves.subList(0, size).forEach(tree::add);
        return tree;
    }

    private static Nodes nodes(List<Hash> leaves) {
        return (level, index) -> level == 0
                ? leaves.get((int) index)
                : Hash.ofNode(
                        nodes(leaves).at(level - 1, 2 * index), nodes(leaves).at(level - 1, 2 * index + 1));
    }

    private static List<Hash> without(List<Hash> proof, int place) {
        var changed = new ArrayList<>(proof);
        changed.remove(place);
        return changed;
    }

    private static List<Hash> with(List<Hash> proof, int place) {
        var changed = new ArrayList<>(proof);
        changed.set(place, Hash.OF_NOTHING);
        return changed;
    }

    private static List<Hash> append(List<Hash> proof) {
        var changed = new ArrayList<>(proof);
        changed.add(Hash.OF_NOTHING);
        return changed;
    }
}
