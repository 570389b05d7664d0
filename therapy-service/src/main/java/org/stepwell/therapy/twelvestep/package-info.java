/**
 * Preparation for mutual help: 12-step fellowships, secular ones, both, or neither. Nothing of it is mandatory and nothing waits for
 * it; what a patient tells of fellowships is taken as told.
 */
@NullMarked
package org.stepwell.therapy.twelvestep;

import org.jspecify.annotations.NullMarked;
