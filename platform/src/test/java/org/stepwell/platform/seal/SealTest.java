package org.stepwell.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Person;

class SealTest {

    private final Seal seal = new Seal(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void whatWasSealedIsOpenedByTheSameClinicForTheSamePurpose() {
        var sealed = seal.seal(Person.RIVERSIDE, "note/1", "Grüße");

        assertThat(sealed).doesNotContain("Gr");
        assertThat(seal.open(Person.RIVERSIDE, "note/1", sealed)).isEqualTo("Grüße");
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
        var bytes = Base64.getDecoder().decode(seal.seal(Person.RIVERSIDE, "note/1", "secret"));
        bytes[bytes.length - 1] ^= 1;
        var flipped = Base64.getEncoder().encodeToString(bytes);

        assertThatThrownBy(() -> seal.open(Person.RIVERSIDE, "note/1", flipped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aShortKeyIsRefusedWithAdvice() {
        assertThatThrownBy(() -> new Seal("c2hvcnQ=")).hasMessageContaining("openssl rand -base64 32");
    }
}
