/** Looks for patients who stay away: who is to do what by when, what was tried, and when it stops. Nothing is sent from here. */
@NullMarked
package org.stepwell.therapy.outreach;

import org.jspecify.annotations.NullMarked;
