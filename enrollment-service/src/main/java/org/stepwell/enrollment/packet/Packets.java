package org.stepwell.enrollment.packet;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.consent.Consents;
import org.stepwell.enrollment.consent.SignedForm;
import org.stepwell.enrollment.form.FormTexts;

/** The forms a patient signs, held against those they have signed. */
@Singleton
public class Packets {

    private final FormTexts texts;
    private final Consents consents;

    Packets(FormTexts texts, Consents consents) {
        this.texts = texts;
        this.consents = consents;
    }

    /** How a form stands. */
    public enum State {
        SIGNED,
        /** In a version that has to be signed again. */
        OUTDATED,
        MISSING,
        /** The clinic has published no text of it. */
        NOT_PUBLISHED
    }

    /** One form of the packet. */
    @Schema(name = "PacketItem")
    public record Item(
            ConsentKind kind,
            State state,
            @Schema(examples = "3") @Nullable Integer currentVersion,
            @Schema(examples = "2") @Nullable Integer signedVersion,
            @Nullable ConsentId consent,
            @Nullable Instant signedAt) {}

    /** A patient's packet, in two reads. */
    public List<Item> of(PatientId patient) {
        var versions = texts.versions();
        var signed = consents.formsOf(patient);
        return Arrays.stream(ConsentKind.values())
                .filter(kind -> !kind.disclosure())
                .map(kind -> item(kind, versions.get(kind), signed.get(kind)))
                .toList();
    }

    /** True where nothing is left to sign; a form without text holds nobody up. */
    boolean complete(PatientId patient) {
        return of(patient).stream().noneMatch(item -> item.state() == State.MISSING || item.state() == State.OUTDATED);
    }

    private static Item item(ConsentKind kind, FormTexts.@Nullable Versions versions, @Nullable SignedForm signed) {
        @Nullable Integer current = versions == null ? null : (Integer) versions.current();
        if (signed == null) {
            return new Item(kind, versions == null ? State.NOT_PUBLISHED : State.MISSING, current, null, null, null);
        }
        boolean outdated = versions != null && signed.version() < versions.signedSince();
        return new Item(
                kind,
                outdated ? State.OUTDATED : State.SIGNED,
                current,
                signed.version(),
                signed.consent(),
                signed.signedAt());
    }
}
