package org.stepwell.therapy.modality;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.Modality;
import org.stepwell.therapy.modality.Treatments.Here;
import org.stepwell.therapy.roster.Credential;

/** By which credentials somebody may answer for a treatment in the clinic at work. */
@Singleton
public class NeededCredentials {

    private final Treatments treatments;

    NeededCredentials(Treatments treatments) {
        this.treatments = treatments;
    }

    /** What is needed now; one statement. */
    public Needed now() {
        return new Needed(treatments.withoutUnits().stream()
                .collect(Collectors.toMap(
                        Here::modality, here -> here.treatment().credentials())));
    }

    /** Any of them is enough, and where there are none, nobody is asked for any. */
    public record Needed(Map<Modality, List<String>> of) {

        /** Whether somebody with these credentials may answer for it. */
        public boolean met(Modality modality, Collection<String> credentials) {
            var needed = in(modality);
            var known = credentials.stream().map(Credential::new).collect(Collectors.toSet());
            return needed.isEmpty() || needed.stream().map(Credential::new).anyMatch(known::contains);
        }

        /** Those of which one is needed. */
        public List<String> in(Modality modality) {
            return of.getOrDefault(modality, List.of());
        }
    }
}
