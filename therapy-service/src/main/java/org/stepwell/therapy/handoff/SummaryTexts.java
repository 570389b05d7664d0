package org.stepwell.therapy.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.seal.Seal;

/**
 * Seals what discharge summaries say, each for its own episode. A fingerprint is made of the text as it was sealed, so that a later
 * release, which knows more facts, still finds it intact.
 */
@Singleton
class SummaryTexts {

    private static final String CONTENT = "discharge-summary/";
    private static final String FACTS = "discharge-facts/";
    private static final String ADDENDUM = "discharge-addendum/";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Seal seal;

    SummaryTexts(Seal seal) {
        this.seal = seal;
    }

    /** What was sealed of a summary, opened and not read yet. */
    record Opened(@Nullable String content, @Nullable String facts) {

        DischargeContent read() {
            return content == null ? DischargeContent.EMPTY : SummaryTexts.read(content, DischargeContent.class);
        }

        /** The facts under a signature; null as long as nobody signed. */
        @Nullable
        DischargeFacts signedFacts() {
            return facts == null ? null : SummaryTexts.read(facts, DischargeFacts.class);
        }
    }

    String seal(EpisodeId episode, DischargeContent content) {
        return seal(CONTENT + episode, json(content));
    }

    String seal(EpisodeId episode, DischargeFacts facts) {
        return seal(FACTS + episode, json(facts));
    }

    String sealAddendum(UUID addendum, String text) {
        return seal(ADDENDUM + addendum, text);
    }

    Opened open(DischargeSummary summary) {
        var content = summary.content();
        var facts = summary.facts();
        return new Opened(
                content == null ? null : open(CONTENT + summary.episode(), content),
                facts == null ? null : open(FACTS + summary.episode(), facts));
    }

    String open(SummaryAddendum addendum) {
        return open(ADDENDUM + addendum.id(), addendum.sealed());
    }

    private String seal(String place, String text) {
        return seal.seal(ClinicContext.clinic(), place, text);
    }

    private String open(String place, String sealed) {
        return seal.open(ClinicContext.clinic(), place, sealed);
    }

    String write(DischargeFacts facts) {
        return json(facts);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a discharge summary could not be written", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a discharge summary could not be read", e);
        }
    }
}
