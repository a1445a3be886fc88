package steady

import "time"

// instant is when every render takes place.
var instant = time.Unix(1_700_000_000, 0).UTC()

func now() time.Time { return instant }

// dated returns what sprig takes for a date, and the instant for everything that sprig replaces by the current time
// (Masterminds/sprig: date.go, dateInZone).
func dated(date any) any {
	switch date.(type) {
	case time.Time, *time.Time, int64, int, int32:
		return date
	default:
		return instant
	}
}

func withClock(original any) func(string, any) string {
	format := original.(func(string, any) string)
	return func(layout string, date any) string { return format(layout, dated(date)) }
}

func htmlDate(original any) func(any) string {
	format := original.(func(any) string)
	return func(date any) string { return format(dated(date)) }
}

func inZone(original any) func(string, any, string) string {
	format := original.(func(string, any, string) string)
	return func(layout string, date any, zone string) string { return format(layout, dated(date), zone) }
}

func htmlInZone(original any) func(any, string) string {
	format := original.(func(any, string) string)
	return func(date any, zone string) string { return format(dated(date), zone) }
}

// ago is the time from a date to the instant. Like the original it knows fewer kinds of dates than dateInZone does.
func ago(date any) string {
	then := instant
	switch date := date.(type) {
	case time.Time:
		then = date
	case int64:
		then = time.Unix(date, 0)
	case int:
		then = time.Unix(int64(date), 0)
	}
	return instant.Sub(then).Round(time.Second).String()
}

// durationRound measures from a date to the instant where the original measures to the current time.
func durationRound(original any) func(any) string {
	round := original.(func(any) string)
	return func(duration any) string {
		if date, ok := duration.(time.Time); ok {
			return round(int64(instant.Sub(date)))
		}
		return round(duration)
	}
}
