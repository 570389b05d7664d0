package org.stepwell.platform.measure;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stepwell.instruments.Instruments;
import org.stepwell.instruments.Instruments.Use;

/** The questionnaires of this installation; a pack that is broken or not licensed stops the start. */
@Singleton
class Questionnaires {

    @Produces
    @Singleton
    Instruments read(
            @ConfigProperty(name = "stepwell.instruments.use") Use use,
            @ConfigProperty(name = "stepwell.instruments.optional") Optional<Set<String>> optional) {
        return Instruments.load(use, optional.orElse(Set.of()));
    }
}
