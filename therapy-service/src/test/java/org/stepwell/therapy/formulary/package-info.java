@NullMarked
package org.stepwell.therapy.formulary;

import org.jspecify.annotations.NullMarked;
