package org.stepwell.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.testing.Person;

class SealTest {

    @TempDir
    Path keys = Path.of("");

    private Seal seal = anew("refuse");

    @BeforeEach
    void twoClinicsHaveAKeyEach() throws IOException {
        key(Person.RIVERSIDE, "2026-01-01", 1);
        key(Person.HARBOR, "2026-01-01", 2);
        seal = anew("refuse");
    }

    @Test
    void whatWasSealedIsOpenedByTheSameClinicInTheSamePlace() {
        var sealed = seal.seal(Person.RIVERSIDE, "note/1", "Grüße aus Lindau");

        assertThat(sealed).startsWith("2026-01-01:").doesNotContain("Lindau");
        var bytes = Base64.getDecoder().decode(sealed.substring(sealed.indexOf(':') + 1));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Lindau");
        assertThat(seal.open(Person.RIVERSIDE, "note/1", sealed)).isEqualTo("Grüße aus Lindau");
    }

    @Test
    void bytesAreSealedLikeText() {
        var page = "%PDF-1.7 Gr".getBytes(StandardCharsets.UTF_8);
        var sealed = seal.seal(Person.RIVERSIDE, "page/1", page);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("PDF");
        assertThat(seal.open(Person.RIVERSIDE, "page/1", sealed)).isEqualTo(page);
        assertThatThrownBy(() -> seal.open(Person.HARBOR, "page/1", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open(Person.RIVERSIDE, "page/2", sealed))
                .isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open(Person.RIVERSIDE, "page/1", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        assertThat(seal.seal(Person.RIVERSIDE, "note/1", "same"))
                .isNotEqualTo(seal.seal(Person.RIVERSIDE, "note/1", "same"));
    }

    @Test
    void anotherClinicOrAnotherPlaceDoesNotOpenIt() {
        var sealed = seal.seal(Person.RIVERSIDE, "note/1", "secret");

        assertThatThrownBy(() -> seal.open(Person.HARBOR, "note/1", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open(Person.RIVERSIDE, "note/2", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFlippedBitIsNoticed() {
        var sealed = seal.seal(Person.RIVERSIDE, "note/1", "secret");
        var bytes = Base64.getDecoder().decode(sealed.substring("2026-01-01:".length()));
        bytes[bytes.length - 1] ^= 1;
        var flipped = "2026-01-01:" + Base64.getEncoder().encodeToString(bytes);

        assertThatThrownBy(() -> seal.open(Person.RIVERSIDE, "note/1", flipped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewKeySealsAndTheOldOneStillOpens() throws IOException {
        var before = seal.seal(Person.RIVERSIDE, "note/1", "before");
        key(Person.RIVERSIDE, "2026-06-01", 3);
        var later = anew("refuse");

        var after = later.seal(Person.RIVERSIDE, "note/1", "after");

        assertThat(after).startsWith("2026-06-01:");
        assertThat(later.open(Person.RIVERSIDE, "note/1", before)).isEqualTo("before");
        assertThat(seal.open(Person.RIVERSIDE, "note/1", after))
                .as("a service that has not looked again meets a key it does not know, and looks")
                .isEqualTo("after");
    }

    @Test
    void withoutItsKeyNothingOfAClinicOpensAndTheOthersGoOn() throws IOException {
        var lost = seal.seal(Person.RIVERSIDE, "note/1", "Maya");
        var others = seal.seal(Person.HARBOR, "note/1", "Boris");
        Files.delete(keys.resolve(Person.RIVERSIDE + ".2026-01-01"));

        var restored = anew("refuse");

        assertRefused(SealRule.KEY_OF_CLINIC_MISSING, () -> restored.open(Person.RIVERSIDE, "note/1", lost));
        assertRefused(SealRule.KEY_OF_CLINIC_MISSING, () -> restored.seal(Person.RIVERSIDE, "note/1", "more"));
        assertThat(restored.open(Person.HARBOR, "note/1", others)).isEqualTo("Boris");
    }

    @Test
    void anotherKeyUnderTheSameNameDoesNotOpenIt() throws IOException {
        var sealed = seal.seal(Person.RIVERSIDE, "note/1", "Maya");
        key(Person.RIVERSIDE, "2026-01-01", 9);

        var forged = anew("refuse");

        assertThatThrownBy(() -> forged.open(Person.RIVERSIDE, "note/1", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void inATrialOneOfManyServicesMakesAMissingKeyAndAllUseIt() {
        var clinic = new ClinicId(new java.util.UUID(0, 7));
        var services = Stream.generate(() -> anew("make")).limit(8).toList();

        var sealed = services.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> one.seal(clinic, "note/1", "text")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        for (var one : services) {
            assertThat(sealed)
                    .allSatisfy(
                            text -> assertThat(one.open(clinic, "note/1", text)).isEqualTo("text"));
        }
        assertThat(keys.toFile().list((_, name) -> name.startsWith(".new"))).isEmpty();
    }

    @Test
    void aShortKeyIsRefusedWithAdvice() throws IOException {
        Files.writeString(keys.resolve(Person.RIVERSIDE + ".2027-01-01"), "c2hvcnQ=");

        assertThatThrownBy(() -> anew("refuse").seal(Person.RIVERSIDE, "note/1", "text"))
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining("c2hvcnQ=");
    }

    private Seal anew(String missing) {
        return new Seal(new Keyring(keys, missing));
    }

    private void key(ClinicId clinic, String name, int number) throws IOException {
        var bytes = new byte[Keyring.KEY_BYTES];
        bytes[0] = (byte) number;
        Files.writeString(keys.resolve(clinic + "." + name), Base64.getEncoder().encodeToString(bytes));
    }
}
