package org.stepwell.enrollment;

import jakarta.inject.Singleton;
import org.stepwell.contracts.therapy.TherapyEvent;
import org.stepwell.contracts.therapy.TherapyFact.NoteOverdue;
import org.stepwell.contracts.therapy.TherapyFact.NoteSigned;
import org.stepwell.contracts.therapy.TherapyFact.ReadyForStepDown;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;

/** What enrollment hears from therapy. */
@Singleton
class TherapyListener implements Listener<TherapyEvent> {

    private final Episodes episodes;

    TherapyListener(Episodes episodes) {
        this.episodes = episodes;
    }

    @Override
    public Class<TherapyEvent> publisher() {
        return TherapyEvent.class;
    }

    @Override
    public void on(TherapyEvent event, Envelope envelope) {
        switch (event) {
            case ReadyForStepDown ready -> episodes.readyForStepDown(ready.episode(), ready.at());
            case NoteOverdue _, NoteSigned _ -> {}
        }
    }
}
