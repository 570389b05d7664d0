package org.stepwell.therapy.drugscreen;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All analytes and panels; a file says them. */
@Singleton
class Catalogue {

    private static final String FILE = "/drugscreen/drug-screens.json";

    private final List<Panel> panels;
    private final Map<String, Analyte> byCode = new LinkedHashMap<>();

    private record Said(List<Panel> panels, List<Analyte> analytes) {}

    /** Reads the file; what is wrong in it stops the start. */
    Catalogue() {
        var said = read();
        panels = said.panels();
        said.analytes().forEach(analyte -> {
            if (byCode.put(analyte.code(), analyte) != null) {
                throw new IllegalStateException("%s has two analytes %s".formatted(FILE, analyte.code()));
            }
        });
    }

    private static Said read() {
        try (var file = Objects.requireNonNull(Catalogue.class.getResourceAsStream(FILE), FILE)) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file, Said.class);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " could not be read", e);
        }
    }

    Optional<Panel> panel(String loinc) {
        return panels.stream().filter(panel -> panel.loinc().equals(loinc)).findFirst();
    }

    Optional<Analyte> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The analyte of a screen that was ordered; none is ever taken out of the file. */
    Analyte of(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("there is no analyte %s".formatted(code)));
    }

    List<Panel> panels() {
        return panels;
    }

    Collection<Analyte> analytes() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    /** The codes of all that is an opioid, or comes of one; kratom is none of them. */
    String[] opioids() {
        return byCode.values().stream()
                .filter(Analyte::opioid)
                .map(Analyte::code)
                .toArray(String[]::new);
    }
}
