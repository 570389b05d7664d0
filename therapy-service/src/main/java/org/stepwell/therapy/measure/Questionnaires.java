package org.stepwell.therapy.measure;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stepwell.instruments.Instruments;

/** The questionnaires of this installation; a pack that is broken or not licensed stops the start. */
@Singleton
class Questionnaires {

    @Produces
    @Singleton
    Instruments read() {
        return Instruments.load();
    }
}
