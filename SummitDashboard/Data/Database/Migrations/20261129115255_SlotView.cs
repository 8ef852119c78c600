using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SummitDashboard.Data.Database.Migrations
{
    /// <inheritdoc />
    public partial class SlotView : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // For whoever opens the file with another tool. A framing written before slots could be found empty does not say which
            // are: what it left out had been looked for.
            migrationBuilder.Sql("""
                CREATE VIEW "SlotView" AS
                SELECT c."Slug" AS claim, s."Slug" AS source, a.value ->> 'key' AS slot, a.value ->> 'label' AS label,
                    v.value ->> 'value' AS term, v.value ->> 'text' AS text,
                    CASE WHEN v.value IS NOT NULL THEN 'filled'
                        WHEN json_type(f.value, '$.empty') IS NULL THEN 'not said'
                        WHEN EXISTS (SELECT 1 FROM json_each(f.value, '$.empty') e WHERE e.value = a.value ->> 'key') THEN 'not said'
                        ELSE 'not yet coded' END AS state
                FROM "Item" c, json_each(c."Json", '$.framings') f, json_each(c."Json", '$.aspects') a
                JOIN "Item" s ON s."Id" = f.value ->> 'source'
                LEFT JOIN json_each(f.value, '$.aspects') v ON v.value ->> 'key' = a.value ->> 'key'
                WHERE c."Kind" = 4 AND f.value ->> 'stance' <> 'silent'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP VIEW "SlotView" """);
        }
    }
}
