using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SummitDashboard.Data.Database.Migrations
{
    /// <inheritdoc />
    public partial class WatchedBy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ById",
                table: "WatchedFolder",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ById",
                table: "WatchedFolder");
        }
    }
}
