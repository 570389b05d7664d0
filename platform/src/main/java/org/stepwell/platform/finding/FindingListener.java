package org.stepwell.platform.finding;

import jakarta.inject.Singleton;
import org.stepwell.contracts.finding.FindingEvent;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;

/** What every service hears of what was found elsewhere. */
@Singleton
class FindingListener implements Listener<FindingEvent> {

    private final SafetyRegister register;

    FindingListener(SafetyRegister register) {
        this.register = register;
    }

    @Override
    public Class<FindingEvent> publisher() {
        return FindingEvent.class;
    }

    @Override
    public void on(FindingEvent event, Envelope envelope) {
        switch (event) {
            case SafetyChanged flag -> register.take(flag);
            case MeasureScored _ -> {}
        }
    }
}
