package org.stepwell.therapy.modality;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.stepwell.contracts.code.Modality;

/** The treatments as they come with Stepwell: data, in {@code modality/treatments.json}. A clinic may say otherwise, of each. */
@Singleton
class TreatmentsOfTheHouse {

    private static final String FILE = "/modality/treatments.json";

    private final Map<Modality, Said> all = read();

    /**
     * What the house says of a treatment.
     *
     * @param inPlainWords what it is, for whoever is in the program; no clinic says it otherwise
     */
    record Said(String inPlainWords, Treatment treatment) {}

    Treatment of(Modality modality) {
        return said(modality).treatment();
    }

    String inPlainWords(Modality modality) {
        return said(modality).inPlainWords();
    }

    private Said said(Modality modality) {
        return Objects.requireNonNull(all.get(modality));
    }

    private static Map<Modality, Said> read() {
        try (var file = TreatmentsOfTheHouse.class.getResourceAsStream(FILE)) {
            var said = JsonMapper.builder().build().readValue(file, new TypeReference<EnumMap<Modality, Said>>() {});
            for (var modality : Modality.values()) {
                if (!said.containsKey(modality)) {
                    throw new IllegalStateException("%s says nothing of %s".formatted(FILE, modality));
                }
            }
            return said;
        } catch (IOException e) {
            throw new IllegalStateException("%s can not be read".formatted(FILE), e);
        }
    }
}
